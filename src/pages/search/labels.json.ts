// The names of all filter values, which the search page shows instead of ids.
import type { APIRoute } from 'astro';
import { openArchive } from '../../build/door.ts';
import { buildLabels } from '../../search/filters.ts';

export const GET: APIRoute = async () => Response.json(buildLabels(await openArchive()));
