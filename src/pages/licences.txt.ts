// Publishes the licences of what the site passes on.
import type { APIRoute } from 'astro';
import { renderLicences } from '../exports/policy/licences.ts';

export const GET: APIRoute = async () =>
  new Response(await renderLicences(), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
