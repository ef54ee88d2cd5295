// Publishes robots.txt.
import type { APIRoute } from 'astro';
import { renderRobots } from '../exports/policy/robots.ts';

export const GET: APIRoute = () =>
  new Response(renderRobots(), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
