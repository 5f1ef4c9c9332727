/** JSON of one of our own route handlers; anything else (signed out, an error page) is an error to try again. */
export async function fetchJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  const response = await fetch(path, {
    headers: { accept: "application/json" },
    ...(signal ? { signal } : {}),
  });
  const isJson = response.headers.get("content-type")?.startsWith("application/json");
  if (!response.ok || !isJson) throw new Error(`${path}: ${response.status}`);
  return (await response.json()) as T;
}
