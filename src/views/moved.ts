// The page of an address that was published once: where its page is now, or that it was withdrawn.
import { permalinkUrl } from '../urls.ts';

/** As the ledger has it. */
export interface Redirect {
  /** From the site's base: `/people/qassem/`. */
  path: string;
  /** Where it leads, or `gone`. */
  to: string;
  /** Why it was withdrawn, if that is told. */
  reason?: string | undefined;
}

export interface MovedView {
  path: string;
  /** Made by urls.ts; absent for a page that was withdrawn. */
  target?: string;
  reason?: string;
}

export const viewMoved = ({ path, to, reason }: Redirect): MovedView => ({
  path: permalinkUrl(path),
  ...(to !== 'gone' && { target: permalinkUrl(to) }),
  ...(reason !== undefined && { reason }),
});
