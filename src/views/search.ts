// The search page: its script finds all that it shows, so it need only know whether there is anything to find.
import type { Archive } from '../archive/build.ts';

export interface SearchView {
  hasArticles: boolean;
}

export const viewSearch = ({ articles }: Archive): SearchView => ({ hasArticles: articles.length > 0 });
