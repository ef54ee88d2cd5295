// Publishes the description of the search for browsers.
import type { APIRoute } from 'astro';
import { renderOpenSearch } from '../exports/feeds/open-search.ts';

export const GET: APIRoute = () =>
  new Response(renderOpenSearch(), { headers: { 'Content-Type': 'application/opensearchdescription+xml' } });
