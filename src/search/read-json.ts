// Reads one of the site's own files in the browser.

/** @throws an error that names the file if it is not there */
export async function readJson<T>(url: string): Promise<T> {
  return JSON.parse(await readText(url)) as T;
}

/** @throws an error that names the file if it is not there */
export async function readText(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
  return response.text();
}
