// Publishes security.txt.
import type { APIRoute } from 'astro';
import { renderSecurity } from '../../exports/policy/security.ts';

export const GET: APIRoute = () =>
  new Response(renderSecurity(), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
