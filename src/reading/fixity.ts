// The fixity of a copy: the checksum that shows, years later, that not a letter of it has changed.
import { createHash } from 'node:crypto';

/** SHA-256 of a body as UTF-8 with LF line ends and exactly one at its end, in hex. */
export function bodyFixity(body: string): string {
  return createHash('sha256')
    .update(`${body.replace(/\r\n?/g, '\n').trimEnd()}\n`)
    .digest('hex');
}
