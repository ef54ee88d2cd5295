// What a phone needs to keep the archive on its home screen.
import { site } from '../../site.ts';
import { homeUrl, iconUrl, searchUrl } from '../../urls.ts';

export const renderWebManifest = (): string =>
  JSON.stringify({
    name: site.name,
    description: site.description,
    lang: site.language,
    start_url: homeUrl(),
    scope: homeUrl(),
    display: 'minimal-ui',
    background_color: '#fbfaf6',
    theme_color: '#fbfaf6',
    icons: ([192, 512] as const).map((size) => ({
      src: iconUrl(size),
      sizes: `${size}x${size}`,
      type: 'image/png',
      purpose: 'any maskable',
    })),
    shortcuts: [{ name: 'Search', url: searchUrl() }],
  });
