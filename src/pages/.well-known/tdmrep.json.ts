// Publishes what is reserved of text and data mining.
import type { APIRoute } from 'astro';
import { renderMiningRules } from '../../exports/policy/mining.ts';

export const GET: APIRoute = () =>
  new Response(renderMiningRules(), { headers: { 'Content-Type': 'application/json' } });
