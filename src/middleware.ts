// What every page passes on its way out: it is given the policy that its own styles and scripts need.
import { defineMiddleware } from 'astro:middleware';
import { addPolicy } from './layouts/policy.ts';

export const onRequest = defineMiddleware(async (context, next) => {
  const response = await next();
  // In development the tools bring scripts and styles of their own into the page.
  if (import.meta.env.DEV || !response.headers.get('content-type')?.startsWith('text/html')) return response;
  return new Response(addPolicy(await response.text(), context.locals.wasm === true), response);
});
