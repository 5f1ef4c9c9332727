import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";

const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };

test("a program that goes on is one process under npm: a shell between them would keep signals to itself", () => {
  for (const name of ["start", "dev", "stripe:local"]) expect(scripts[name], name).not.toMatch(/&&|;|\|/);
});

test.each(["SIGTERM", "SIGINT"] as const)(
  "%s to npm ends the program behind it, with exit code 0",
  async (signal) => {
    const port = await aFreePort();
    const npm = spawn("npm", ["run", "--silent", "stripe:local"], {
      env: { ...process.env, STRIPE_LOCAL_PORT: String(port) },
      stdio: ["ignore", "pipe", "inherit"],
    });
    await line(npm, "Stripe stand-in is ready");
    const ended = new Promise<number | null>((resolve) => npm.once("exit", resolve));
    npm.kill(signal);
    expect(await ended).toBe(0);
    expect(await answers(port)).toBe(false);
  },
);

test("the stand-in ends with the process that started it, even one that was killed", async () => {
  const port = await aFreePort();
  const standIn = spawn(process.execPath, ["--import", "tsx", "tools/stripe-local/main.ts"], {
    env: { ...process.env, STRIPE_LOCAL_PORT: String(port) },
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  await line(standIn, "Stripe stand-in is ready");
  const ended = new Promise<number | null>((resolve) => standIn.once("exit", resolve));
  standIn.disconnect();
  expect(await ended).toBe(0);
});

function line(child: ChildProcess, wanted: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = "";
    child.stdout?.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes(wanted)) resolve();
    });
    child.once("exit", () => reject(new Error(`it ended before it was ready: ${output}`)));
  });
}

async function answers(port: number): Promise<boolean> {
  await sleep(200);
  return await fetch(`http://127.0.0.1:${port}/`).then(
    () => true,
    () => false,
  );
}

function aFreePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
