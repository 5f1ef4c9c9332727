import { expect, test } from "vitest";
import { readBytes } from "@/lib/platform/http/read-bytes";

function asked(chunks: number, onPull: () => void = () => undefined): Request {
  let left = chunks;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      onPull();
      if (left === 0) return controller.close();
      left -= 1;
      controller.enqueue(new Uint8Array(10));
    },
  });
  return new Request("http://localhost/", { method: "POST", body, duplex: "half" } as RequestInit);
}

test("a body within the limit is read whole", async () => {
  expect((await readBytes(asked(3), 30))?.length).toBe(30);
});

test("a longer one is left as soon as it is too long", async () => {
  let pulls = 0;
  const request = asked(1_000, () => {
    pulls += 1;
  });
  expect(await readBytes(request, 25)).toBeNull();
  expect(pulls).toBeLessThan(10);
});

test("one that says how long it is, is not read at all", async () => {
  const request = new Request("http://localhost/", { method: "POST", headers: { "content-length": "100" } });
  expect(await readBytes(request, 25)).toBeNull();
});
