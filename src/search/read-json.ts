// Reads one of the site's own JSON files in the browser.

/** @throws an error that names the file if it is not there */
export async function readJson<T>(url: string): Promise<T> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
  return (await response.json()) as T;
}
