import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { recordConsent } from "@/lib/consent/commands/record-consent";
import { sealConsents } from "@/lib/consent/commands/seal-consents";
import { checkLedger } from "@/lib/consent/queries/check-ledger";
import { exportLedger } from "@/lib/consent/queries/export-ledger";
import { tenantClient } from "@/lib/platform/db/clients";
import { newId } from "@/lib/shared/ids";
import { asOwner } from "../../support/as-owner";
import { aMember, aTenant, type Neighbour } from "../../support/world";

// P16: the consent ledger is append-only and chained; whoever changes it is found out, here and offline.
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "aldeia-ledger-"));
});

const entry = { channel: "email", purpose: "promotions", granted: true, source: "balcão" } as const;
const url = () => process.env.DATABASE_URL ?? "";

async function aLedger(entries: number): Promise<{ here: Neighbour; memberId: string }> {
  const here = await aTenant();
  const memberId = await aMember(here.tenantId);
  for (let count = 0; count < entries; count += 1)
    await recordConsent({ ...here.as("owner"), ip: "203.0.113.7" }, memberId, {
      ...entry,
      granted: count % 2 === 0,
    });
  return { here, memberId };
}

describe("P16: the ledger", () => {
  test("keeps what, which wording, when, from where and by what proof, each entry after the one before", async () => {
    const { here } = await aLedger(3);
    expect(await checkLedger(here.as("owner"))).toMatchObject({ entries: 3, loose: 0, brokenAt: null });
    const rows = await here.as("owner").db.consent.findMany({ orderBy: { position: "asc" } });
    expect(rows[0]).toMatchObject({ source: "balcão", origin: "203.0.113.7", position: 1n });
    expect(new Set(rows.map(({ hash }) => hash)).size).toBe(3);
  });

  test("cannot be changed, taken out or chained otherwise by the application", async () => {
    const { here, memberId } = await aLedger(1);
    const { db } = here.as("owner");
    await expect(db.consent.deleteMany({})).rejects.toThrow();
    await expect(db.consent.updateMany({ data: { granted: false } })).rejects.toThrow();
    const data = { memberId, channel: "email", purpose: "service", granted: true, position: 9n };
    await expect(db.consent.create({ data })).rejects.toThrow();
  });

  test("T2: takes entries of members of its own tenant only", async () => {
    const [{ here }, { memberId }] = [await aLedger(0), await aLedger(0)];
    const data = { memberId, channel: "email", purpose: "service", granted: true };
    await expect(here.as("owner").db.consent.create({ data })).rejects.toThrow();
  });

  test.each([
    ["a changed word", "UPDATE consents SET granted = NOT granted WHERE tenant_id = $1 AND position = 2", 2],
    [
      "another person",
      `UPDATE consents SET member_id = '${newId()}' WHERE tenant_id = $1 AND position = 2`,
      2,
    ],
    ["another source", "UPDATE consents SET source = 'pedido' WHERE tenant_id = $1 AND position = 3", 3],
    [
      "another instant",
      "UPDATE consents SET at = at + interval '1 day' WHERE tenant_id = $1 AND position = 4",
      4,
    ],
    ["a missing entry", "DELETE FROM consents WHERE tenant_id = $1 AND position = 2", 3],
    [
      "two in the wrong order",
      `UPDATE consents c SET at = o.at, granted = o.granted FROM consents o
       WHERE c.tenant_id = $1 AND o.tenant_id = $1 AND c.position = 2 AND o.position = 3`,
      2,
    ],
  ])("shows %s", async (_, tampering, brokenAt) => {
    const { here } = await aLedger(5);
    await checkLedger(here.as("owner"));
    await asOwner(url(), tampering, [here.tenantId]);
    expect(await checkLedger(here.as("owner"))).toMatchObject({ brokenAt });
  });

  test("is for owner and admin", async () => {
    const { here, memberId } = await aLedger(1);
    for (const who of ["marketer", "agent", "finance", { memberId }] as const)
      await expect(checkLedger(here.as(who))).rejects.toMatchObject({ code: "not_allowed" });
  });
});

describe("Under concurrency", () => {
  test("two hundred at once and sealers between them leave one chain without gaps", async () => {
    const { here, memberId } = await aLedger(0);
    const { db } = here.as("owner");
    const writers = Array.from({ length: 200 }, () => recordConsent(here.as("owner"), memberId, entry));
    await Promise.all([...writers, ...Array.from({ length: 8 }, () => sealConsents(db))]);
    expect(await checkLedger(here.as("owner"))).toMatchObject({ entries: 200, loose: 0, brokenAt: null });
  });

  test("nobody waits for the chain: who writes while it is being sealed is done at once", async () => {
    const { here, memberId } = await aLedger(2);
    const sealing = tenantClient(here.tenantId).$transaction(async (tx) => {
      await sealConsents(tx);
      const startedAt = performance.now();
      await recordConsent(here.as("owner"), memberId, entry);
      return performance.now() - startedAt;
    });
    expect(await sealing).toBeLessThan(5_000);
    expect(await checkLedger(here.as("owner"))).toMatchObject({ entries: 3, brokenAt: null });
  });
});

describe("The export, verified by the script alone", () => {
  const linesOf = async (here: Neighbour) => {
    const text = await new Response(await exportLedger(here.as("owner"))).text();
    return text.trim().split("\n");
  };
  const verify = (lines: readonly string[], ...more: string[]) => {
    const file = join(folder, `${newId()}.jsonl`);
    writeFileSync(file, lines.join("\n"));
    try {
      return execFileSync(process.execPath, ["scripts/verify-consents.mjs", file, ...more], {
        encoding: "utf8",
        stdio: "pipe",
      });
    } catch (error) {
      return (error as { stderr: string }).stderr;
    }
  };

  test("is found good as it was exported, and empty", async () => {
    const { here } = await aLedger(4);
    const { tip } = await checkLedger(here.as("owner"));
    expect(verify(await linesOf(here), "--tip", tip ?? "")).toContain(`ok: 4 entries, last hash ${tip}`);
    expect(verify(await linesOf((await aLedger(0)).here))).toContain("ok: 0 entries");
  });

  test("of a changed line, a changed source, a swapped, a missing and a cut-off one says which", async () => {
    const { here } = await aLedger(5);
    const [head = "", ...lines] = await linesOf(here);
    const changed = (from: RegExp, to: string) =>
      lines.map((line, index) => (index === 2 ? line.replace(from, to) : line));
    const { tip } = JSON.parse(head) as { tip: string };
    expect(verify([head, ...changed(/"granted":true/, '"granted":false')])).toContain("entry 3: the hash");
    expect(verify([head, ...changed(/balcão/, "feira")])).toContain("entry 3: source");
    expect(verify([head, ...changed(/"memberId":"[^"]*"/, `"memberId":"${newId()}"`)])).toContain(
      "entry 3: the hash",
    );
    const [one = "", two = "", ...rest] = lines;
    expect(verify([head, two, one, ...rest])).toContain("place 1 is missing or out of order");
    expect(verify([head, one, ...rest])).toContain("place 2 is missing");
    expect(verify([head, ...lines.slice(0, 4)])).toContain("5 entries were exported, 4 are here");
    const shorter = JSON.parse(lines[3] ?? "") as { hash: string };
    const forged = JSON.stringify({ ...JSON.parse(head), entries: 4, tip: shorter.hash });
    expect(verify([forged, ...lines.slice(0, 4)])).toContain("ok");
    expect(verify([forged, ...lines.slice(0, 4)], "--tip", tip)).toContain(
      "noted elsewhere is not in the chain",
    );
  });

  test("taking it away is audited", async () => {
    const { here } = await aLedger(1);
    await linesOf(here);
    expect(await here.as("owner").db.auditEvent.count({ where: { action: "consent.ledger_exported" } })).toBe(
      1,
    );
  });
});
