// Other makers of static sites, given the same posts: installed on demand in a folder of their own, never in the project.
import { execFile } from 'node:child_process';
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

export interface Peer {
  /** Prepares a site of the posts below `content/articles` in a folder. */
  prepare: (folder: string, content: string) => Promise<void>;
  /** Builds it, in that folder. */
  command: readonly string[];
}

const run = promisify(execFile);

async function install(folder: string, packages: readonly string[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), '{"private":true,"type":"module"}\n');
  await run('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...packages], { cwd: folder });
}

/** Every post with only what all of them understand: title, date and text. */
async function copyPosts(content: string, target: string): Promise<void> {
  const root = join(content, 'articles');
  await mkdir(target, { recursive: true });
  for (const name of (await readdir(root, { recursive: true })).filter((path) => path.endsWith('.md'))) {
    const [, matter = '', ...body] = (await readFile(join(root, name), 'utf8')).split(/^---$/m);
    const title = /^title: .*$/m.exec(matter)?.[0] ?? 'title: x';
    const date = /^published: (.*)$/m.exec(matter)?.[1] ?? '2000-01-01';
    const file = `${name.replaceAll(/[\\/]/g, '-').replace(/\.md$/, '')}.md`;
    await writeFile(join(target, file), `---\n${title}\ndate: ${date}\n---\n${body.join('---')}`);
  }
}

const eleventyLayout = '<!doctype html><title>{{ title }}</title><h1>{{ title }}</h1>{{ content }}\n';
const hugoPage = '<!doctype html><title>{{ .Title }}</title><h1>{{ .Title }}</h1>{{ .Content }}\n';

const astroPage = `---
import { getCollection, render } from 'astro:content';
export const getStaticPaths = async () =>
  (await getCollection('posts')).map((post) => ({ params: { id: post.id }, props: { post } }));
const { post } = Astro.props;
const { Content } = await render(post);
---
<!doctype html><title>{post.data.title}</title><h1>{post.data.title}</h1><Content />
`;

const astroContent = `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
export const collections = { posts: defineCollection({ loader: glob({ pattern: '*.md', base: 'posts' }) }) };
`;

export const peers: Readonly<Record<string, Peer>> = {
  eleventy: {
    async prepare(folder, content) {
      await install(folder, ['@11ty/eleventy@3']);
      await copyPosts(content, join(folder, 'posts'));
      await mkdir(join(folder, 'posts/_includes'), { recursive: true });
      await writeFile(join(folder, 'posts/_includes/post.liquid'), eleventyLayout);
      // The posts hold no templates, and Eleventy would look for some.
      await writeFile(
        join(folder, 'posts/posts.json'),
        '{"layout":"post.liquid","templateEngineOverride":"md"}\n',
      );
    },
    command: ['npx', 'eleventy', '--quiet', '--input=posts', '--output=site'],
  },
  astro: {
    async prepare(folder, content) {
      await install(folder, ['astro@7.3.4', '@astrojs/markdown-remark@7.3.1']);
      await copyPosts(content, join(folder, 'posts'));
      await mkdir(join(folder, 'src/pages'), { recursive: true });
      await writeFile(join(folder, 'src/pages/[id].astro'), astroPage);
      await writeFile(join(folder, 'src/content.config.ts'), astroContent);
      await writeFile(
        join(folder, 'astro.config.mjs'),
        "import { unified } from '@astrojs/markdown-remark';\nexport default { markdown: { processor: unified() } };\n",
      );
    },
    command: ['npx', 'astro', 'build', '--silent'],
  },
  hugo: {
    // Hugo is one program, which must be installed already.
    async prepare(folder, content) {
      await run('hugo', ['version']);
      await copyPosts(content, join(folder, 'content/posts'));
      await mkdir(join(folder, 'layouts/_default'), { recursive: true });
      for (const name of ['single', 'list'])
        await writeFile(join(folder, `layouts/_default/${name}.html`), hugoPage);
      await writeFile(join(folder, 'hugo.toml'), 'baseURL = "https://example.org/"\n');
    },
    command: ['hugo', '--quiet'],
  },
};

/** A copy of the project that a bench may change; its packages are those of the project. */
export async function copyProject(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of [
    'src',
    'public',
    'astro.config.ts',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
  ])
    await cp(name, join(folder, name), { recursive: true });
}
