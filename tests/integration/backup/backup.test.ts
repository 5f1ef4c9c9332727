import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { settleRestored } from "@/bin/backup/after-restore";
import { checkBackup, restoreBackup } from "@/bin/backup/read-backup";
import { writeBackup } from "@/bin/backup/write-backup";
import { signInWithPassword } from "@/lib/accounts/commands/sign-in-with-password";
import { createAnnouncement } from "@/lib/announcements/commands/create-announcement";
import { scheduleAnnouncement, sendAnnouncement } from "@/lib/announcements/commands/schedule-announcement";
import { startAnnouncement } from "@/lib/announcements/commands/start-announcement";
import { sweepSendings } from "@/lib/announcements/commands/sweep-sendings";
import { createAnnouncementInput } from "@/lib/announcements/schema";
import { addCommunityMembers } from "@/lib/communities/commands/add-community-members";
import { startImport } from "@/lib/imports/commands/start-import";
import { upsertMembers } from "@/lib/members/commands/upsert-members";
import { listMembers } from "@/lib/members/queries/list-members";
import { hashPassword } from "@/lib/platform/auth/password";
import { systemContext, type TenantContext } from "@/lib/platform/context";
import { platformClient } from "@/lib/platform/db/clients";
import { closeAppPool } from "@/lib/platform/db/pool";
import { readFile } from "@/lib/platform/files/read-file";
import { storeFile } from "@/lib/platform/files/store-file";
import { sendMail } from "@/lib/platform/mail/send-mail";
import { asOwner } from "../../support/as-owner";
import { aCommunity, someMembers } from "../../support/village";
import { aTenant, type Neighbour } from "../../support/world";

const SECRET = "a secret of the tests";
const home = process.env.DATABASE_URL;
let source: string;
let here: Neighbour;
let communityId: string;

const aFolder = () => mkdtempSync(join(tmpdir(), "aldeia-backup-"));
const aFile = () => join(aFolder(), "village.backup");
const now = () => new Date();
/** Of the database in use at that moment. */
const owner = (): TenantContext => ({ ...here.as("owner"), now: now() });

beforeAll(async () => {
  source = process.env.DATABASE_URL ?? "";
  process.env.ALDEIA_DATA_DIR = aFolder();
  here = await aTenant();
  communityId = await aCommunity(here);
  const memberIds = await someMembers(here.tenantId, 300);
  await addCommunityMembers(owner(), { communityId, memberIds, role: "member" });
  await upsertMembers(owner(), [
    { name: "Jurema Lá de Casa", identifiers: [{ kind: "email", value: "jurema@x.example" }] },
  ]);
  await platformClient().user.updateMany({
    where: { id: here.staff.owner.userId },
    data: { passwordHash: await hashPassword("uma senha boa"), emailVerifiedAt: now() },
  });
});

afterEach(async () => {
  await use(source);
});

/** From now on this process works on another database, with an own data folder. */
async function use(url: string, dataDir = process.env.ALDEIA_DATA_DIR ?? ""): Promise<void> {
  await closeAppPool();
  process.env.DATABASE_URL = url;
  process.env.ALDEIA_DATA_DIR = dataDir;
}

async function anEmptyInstallation(): Promise<{ url: string; dataDir: string }> {
  const name = `t_${randomBytes(6).toString("hex")}`;
  const server = source.replace(/\/[^/]*$/, "/postgres");
  await asOwner(server, `CREATE DATABASE ${name} TEMPLATE aldeia_template`);
  return { url: source.replace(/\/[^/]*$/, `/${name}`), dataDir: aFolder() };
}

const backUp = (file: string) =>
  writeBackup(file, { url: source, dataDir: process.env.ALDEIA_DATA_DIR ?? "", secret: SECRET });

const announce = async (given: object) =>
  createAnnouncement(
    owner(),
    createAnnouncementInput.parse({ communityIds: [communityId], body: "Oi", ...given }),
  );

describe("a backup", () => {
  test("taken while people write, and restored, is one instant: every table to the row, every counter to its rows", async () => {
    let writing = true;
    let written = 0;
    const traffic = (async () => {
      while (writing) {
        await upsertMembers(owner(), [
          { name: `Pessoa ${written}`, identifiers: [{ kind: "email", value: `n${written}@x.example` }] },
        ]);
        const memberIds = await someMembers(here.tenantId, 3);
        await addCommunityMembers(owner(), { communityId, memberIds, role: "member" });
        written += 1;
      }
    })();
    await sleep(150);
    const file = aFile();
    const done = await backUp(file);
    const during = written;
    writing = false;
    await traffic;
    expect(during).toBeGreaterThan(0);
    expect(statSync(file).mode & 0o777).toBe(0o600);

    const place = await anEmptyInstallation();
    const backup = await checkBackup(file);
    const restored = await restoreBackup(backup, { ...place, replace: false });
    expect(restored).toMatchObject({ tables: done.tables, rows: done.rows });
    const [counts] = await asOwner<Record<string, number>>(
      place.url,
      `SELECT member_count AS told, (SELECT count(*)::int FROM community_members m WHERE m.community_id = c.id) AS real,
        (SELECT count(*)::int FROM membership_events e WHERE e.community_id = c.id AND e.group_id IS NULL) AS events,
        (SELECT sum(member_count)::int FROM lanes l WHERE l.community_id = c.id) AS lanes
       FROM communities c WHERE id = $1`,
      [communityId],
    );
    expect(counts?.real).toBe(counts?.told);
    expect(counts?.events).toBe(counts?.told);
    expect(counts?.lanes).toBe(counts?.told);
  });

  test("brings people, files and searches back: sign-in works with the old password", async () => {
    const picture = readFileSync("public/app-icon-192.png");
    const stored = await storeFile(owner(), { purpose: "photo", bytes: picture });
    const file = aFile();
    await backUp(file);
    const place = await anEmptyInstallation();
    await restoreBackup(await checkBackup(file), { ...place, replace: false });
    await use(place.url, place.dataDir);
    const { email, userId } = here.staff.owner;
    expect(await signInWithPassword({ email, password: "uma senha boa", ip: null })).toMatchObject({
      id: userId,
    });
    const there = systemContext(here.tenantId, "test");
    expect((await readFile(there, stored.id))?.contentType).toBe("image/webp");
    const found = await listMembers(
      { ...there, actor: owner().actor },
      { q: "jurema" },
      { limit: 5, sort: "name" },
    );
    expect(found.data.map(({ name }) => name)).toEqual(["Jurema Lá de Casa"]);
    const open = await asOwner(
      place.url,
      `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relrowsecurity AND NOT relforcerowsecurity`,
    );
    expect(open).toEqual([]);
  });

  test("queues nothing that reached people: what was being sent waits, what came due is missed, mails are gone", async () => {
    const sending = await announce({});
    await sendAnnouncement(owner(), sending.id, {
      undoSeconds: 0,
      confirmPeople: 1_000_000,
    }).catch(() => sendAnnouncement(owner(), sending.id, { undoSeconds: 0 }));
    await startAnnouncement({ ...owner(), now: new Date(Date.now() + 1_000) }, sending.id);
    const soon = await announce({});
    const later = await announce({});
    for (const [id, localTime] of [
      [soon.id, "2030-01-01T10:00"],
      [later.id, "2040-01-01T10:00"],
    ] as const)
      await scheduleAnnouncement(owner(), id, {
        schedule: { mode: "at", localTime, timezone: "America/Sao_Paulo" },
      });
    await sendMail(owner().db, { to: "x@y.example", subject: "x", text: "x", html: "x" });
    const bytes = new TextEncoder().encode("name,phone\nAna Prado,+5511955550001\n");
    const { id: importId } = await startImport(owner(), { bytes, fileName: "p.csv", kind: "members_csv" });
    const file = aFile();
    await backUp(file);

    const place = await anEmptyInstallation();
    await restoreBackup(await checkBackup(file), { ...place, replace: false });
    await use(place.url, place.dataDir);
    const settled = await settleRestored(new Date("2031-01-01T00:00:00Z"));
    expect(settled).toMatchObject({ paused: 1, missed: 1, imports: 1 });
    await sweepSendings(now());
    const tasks = await asOwner<{ task: string; payload: object }>(
      place.url,
      `SELECT t.identifier AS task, j.payload FROM graphile_worker._private_jobs j
       JOIN graphile_worker._private_tasks t ON t.id = j.task_id`,
    );
    expect(tasks).toEqual([{ task: "run_import", payload: { tenantId: here.tenantId, importId } }]);
    const there = systemContext(here.tenantId, "test");
    const statusOf = async (id: string) =>
      (await there.db.announcement.findFirstOrThrow({ where: { id }, select: { status: true } })).status;
    expect([await statusOf(sending.id), await statusOf(soon.id), await statusOf(later.id)]).toEqual([
      "paused",
      "missed",
      "scheduled",
    ]);
    expect(
      await there.db.delivery.count({ where: { status: { in: ["queued", "sending"] } } }),
    ).toBeGreaterThan(0);
  });
});

describe("a restore refuses", () => {
  test("an installation that is not empty, unless it is to be replaced, which replaces all of it", async () => {
    const file = aFile();
    await backUp(file);
    const place = await anEmptyInstallation();
    await use(place.url, place.dataDir);
    const other = await aTenant();
    const backup = await checkBackup(file);
    await expect(restoreBackup(backup, { ...place, replace: false })).rejects.toThrow(/not empty.*--force/);
    expect(await systemContext(other.tenantId, "test").db.tenant.count()).toBe(1);
    await restoreBackup(backup, { ...place, replace: true });
    expect(await systemContext(other.tenantId, "test").db.tenant.count()).toBe(0);
    expect(await systemContext(here.tenantId, "test").db.tenant.count()).toBe(1);
  });

  test("an installation that runs", async () => {
    const file = aFile();
    await backUp(file);
    const place = await anEmptyInstallation();
    await asOwner(place.url, "INSERT INTO worker_heartbeats (id) VALUES (gen_random_uuid())");
    await expect(restoreBackup(await checkBackup(file), { ...place, replace: true })).rejects.toThrow(
      /is running/,
    );
  });

  test("a backup of another schema version, in words that say the way out", async () => {
    const file = aFile();
    await backUp(file);
    const backup = await checkBackup(file);
    const place = await anEmptyInstallation();
    const [first, ...others] = backup.header.migrations;
    const older = { ...backup, header: { ...backup.header, migrations: others } };
    await expect(restoreBackup(older, { ...place, replace: false })).rejects.toThrow(
      `another schema version: it lacks ${first?.name}`,
    );
    const newer = { name: "29990101000000_x", checksum: "x" };
    const younger = {
      ...backup,
      header: { ...backup.header, migrations: [...backup.header.migrations, newer] },
    };
    await expect(restoreBackup(younger, { ...place, replace: false })).rejects.toThrow(/29990101000000_x/);
    expect(await asOwner(place.url, "SELECT 1 FROM users")).toEqual([]);
  });

  test("a file that is cut off, changed, or none, before it touches anything", async () => {
    const file = aFile();
    await backUp(file);
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.subarray(0, bytes.length - 200));
    await expect(checkBackup(file)).rejects.toThrow(/damaged|cut off/);
    const changed = Buffer.from(bytes);
    changed[Math.floor(bytes.length / 2)] = (changed[Math.floor(bytes.length / 2)] ?? 0) ^ 0xff;
    writeFileSync(file, changed);
    await expect(checkBackup(file)).rejects.toThrow(/damaged/);
    writeFileSync(file, "not a backup");
    await expect(checkBackup(file)).rejects.toThrow(/no backup of Aldeia/);
  });

  test("rows that differ from what was counted: then nothing is restored, and the keys are back", async () => {
    const file = aFile();
    await backUp(file);
    const backup = await checkBackup(file);
    const place = await anEmptyInstallation();
    const members = { ...backup.manifest.tables.members, digest: "1" };
    const wrong = {
      ...backup,
      manifest: { ...backup.manifest, tables: { ...backup.manifest.tables, members } },
    };
    await expect(restoreBackup(wrong as typeof backup, { ...place, replace: false })).rejects.toThrow(
      /table members came out different/,
    );
    expect(await asOwner(place.url, "SELECT 1 FROM users")).toEqual([]);
    const keysIn = async (url: string) =>
      (
        await asOwner<{ n: number }>(url, "SELECT count(*)::int AS n FROM pg_constraint WHERE contype = 'f'")
      )[0]?.n;
    expect(await keysIn(place.url)).toBe(await keysIn(source));
  });
});

test("a backup is a plain tar that anybody can look into, and has no secret in it", async () => {
  const file = aFile();
  await backUp(file);
  const list = execFileSync("tar", ["-tzf", file], { encoding: "utf8" }).split("\n");
  expect(list[0]).toBe("header.json");
  expect(list).toContain("manifest.json");
  const all = execFileSync("tar", ["-xzOf", file], { maxBuffer: 1e9 });
  expect(all.includes(SECRET)).toBe(false);
  expect(home).not.toBe("");
});

test("every table of the product is in a backup, and no sequence could be left behind", async () => {
  const file = aFile();
  await backUp(file);
  const { manifest } = await checkBackup(file);
  const tables = await asOwner<{ name: string }>(
    source,
    `SELECT relname AS name FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace ORDER BY 1`,
  );
  const left = tables.map(({ name }) => name).filter((name) => !(name in manifest.tables));
  expect(left).toEqual(["_prisma_migrations", "worker_heartbeats"]);
  expect(await asOwner(source, "SELECT sequencename FROM pg_sequences WHERE schemaname = 'public'")).toEqual(
    [],
  );
});
