// The part of aria-query that the tests use: it comes without types.
declare module 'aria-query' {
  export const aria: { has(name: string): boolean };
  export const roles: { has(name: string): boolean };
}
