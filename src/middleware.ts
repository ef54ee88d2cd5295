// What every page passes on its way out: its styles are trimmed, and it is given the policy that they and its scripts need.
import { defineMiddleware } from 'astro:middleware';
import { addPolicy } from './build/policy.ts';
import { trimStyles } from './build/styles.ts';

export const onRequest = defineMiddleware(async (context, next) => {
  const response = await next();
  // In development the tools bring scripts and styles of their own into the page.
  if (import.meta.env.DEV || !response.headers.get('content-type')?.startsWith('text/html')) return response;
  const html = trimStyles(await response.text());
  return new Response(addPolicy(html, context.locals.wasm === true), response);
});
