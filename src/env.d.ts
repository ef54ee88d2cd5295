// What a page may leave for the middleware that finishes it.
declare namespace App {
  interface Locals {
    /** Set by a page that compiles WebAssembly. */
    wasm?: boolean;
  }
}
