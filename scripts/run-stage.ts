import { spawn } from "node:child_process";

/** One command of a longer run, shown under its name. */
export type Stage = {
  name: string;
  command: string;
  args: readonly string[];
  env?: Readonly<Record<string, string>>;
};

/** How a stage ended: the exit code (1 when it could not start or was killed) and all it printed. */
export type StageOutcome = { name: string; code: number; output: string; seconds: number };

/** Runs a command, passes its output on as it comes, and keeps a copy for counting. */
export function runStage(stage: Stage, options: { quiet?: boolean } = {}): Promise<StageOutcome> {
  const startedAt = performance.now();
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const child = spawn(stage.command, stage.args, {
      env: { ...process.env, ...stage.env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const keep = (to: NodeJS.WriteStream) => (chunk: Buffer) => {
      chunks.push(chunk);
      if (!options.quiet) to.write(chunk);
    };
    const finish = (code: number) =>
      resolve({
        name: stage.name,
        code,
        output: Buffer.concat(chunks).toString("utf8"),
        seconds: (performance.now() - startedAt) / 1000,
      });
    child.stdout.on("data", keep(process.stdout));
    child.stderr.on("data", keep(process.stderr));
    child.on("error", (error) => {
      chunks.push(Buffer.from(`${error.message}\n`));
      finish(1);
    });
    child.on("close", (code) => finish(code ?? 1));
  });
}
