import type { Media } from "@/lib/media/types";

export type Sending = { abort(): void };
type Heard = {
  onProgress: (part: number) => void;
  onDone: (media: Media) => void;
  /** In words of the server; null when it could not be reached. */
  onError: (detail: string | null) => void;
};

/** Sends a file as it is, and tells how far it is; `fetch` cannot yet. */
export function sendFile(url: string, file: File, { onProgress, onDone, onError }: Heard): Sending {
  const request = new XMLHttpRequest();
  request.open("POST", `${url}?${new URLSearchParams({ name: file.name })}`);
  request.setRequestHeader("content-type", "application/octet-stream");
  request.responseType = "json";
  request.upload.addEventListener("progress", ({ loaded, total }) =>
    onProgress(total > 0 ? loaded / total : 0),
  );
  request.addEventListener("load", () => {
    if (request.status === 201) onDone(request.response as Media);
    else onError(wordsOf(request.response));
  });
  request.addEventListener("error", () => onError(null));
  request.send(file);
  return { abort: () => request.abort() };
}

function wordsOf(problem: unknown): string | null {
  const { detail, errors } = (problem ?? {}) as { detail?: string; errors?: { message: string }[] };
  return errors?.[0]?.message ?? detail ?? null;
}
