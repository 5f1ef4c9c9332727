import type { APIRequestContext } from "@playwright/test";

export type Api = {
  get<T>(path: string): Promise<T>;
  post<T>(path: string, data: unknown): Promise<T>;
};

/** The REST API with a key; anything but success fails the journey with the problem's text. */
export function apiWith(request: APIRequestContext, key: string): Api {
  const headers = { authorization: `Bearer ${key}` };
  const read = async <T>(answer: Awaited<ReturnType<APIRequestContext["get"]>>): Promise<T> => {
    if (!answer.ok()) throw new Error(`${answer.url()} answered ${answer.status()}: ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  return {
    get: async (path) => read(await request.get(`/api/v1${path}`, { headers })),
    post: async (path, data) => read(await request.post(`/api/v1${path}`, { headers, data })),
  };
}
