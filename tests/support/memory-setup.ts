import { writeFileSync } from "node:fs";

/**
 * Preloaded by a worker of the benches, which is started with `--expose-gc`: on SIGUSR2 it collects what is garbage, gives back what
 * the heap keeps in store, and writes what is left into the file that MEMORY_REPORT names.
 */
process.on("SIGUSR2", () => {
  globalThis.gc?.({ type: "major", execution: "sync", flavor: "last-resort" });
  writeFileSync(process.env.MEMORY_REPORT ?? "", JSON.stringify(process.memoryUsage()));
});
