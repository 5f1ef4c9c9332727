import { mkdtempSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { changeAnnouncement } from "@/lib/announcements/commands/change-announcement";
import { correctAnnouncement } from "@/lib/announcements/commands/correct-announcement";
import { createAnnouncement } from "@/lib/announcements/commands/create-announcement";
import { deleteAnnouncement } from "@/lib/announcements/commands/delete-announcement";
import { sendAnnouncement } from "@/lib/announcements/commands/schedule-announcement";
import { sendOccurrence } from "@/lib/announcements/commands/send-occurrence";
import { startAnnouncement } from "@/lib/announcements/commands/start-announcement";
import { updateAnnouncement } from "@/lib/announcements/commands/update-announcement";
import { listFeed } from "@/lib/announcements/queries/list-feed";
import { listVersions } from "@/lib/announcements/queries/list-versions";
import { getReport } from "@/lib/announcements/report/get-report";
import { reportWords } from "@/lib/announcements/report/report-words";
import { createAnnouncementInput, updateAnnouncementInput } from "@/lib/announcements/schema";
import { listOccurrencesOf } from "@/lib/delivery/queries/get-occurrence";
import { resolveMedia, showMedia } from "@/lib/media/commands/show-media";
import { systemSweepMedia } from "@/lib/media/commands/sweep-media";
import { signedMediaUrl } from "@/lib/media/signed-url";
import { inTransaction } from "@/lib/platform/context";
import { platformClient } from "@/lib/platform/db/clients";
import { dataDir } from "@/lib/platform/env";
import { newId } from "@/lib/shared/ids";
import { createTemplate, deleteTemplate } from "@/lib/templates/commands/save-template";
import { anUpload } from "../../support/media";
import { aCommunity, people } from "../../support/village-rooms";
import { aWorld, type Neighbour } from "../../support/world";
import { signIn } from "../matrix/web-edge";

let here: Neighbour;
let there: Neighbour;
let communityId: string;
let reader: { memberId: string; userId: string };
let outsider: { memberId: string; userId: string };

beforeAll(async () => {
  process.env.ALDEIA_DATA_DIR = mkdtempSync(join(tmpdir(), "aldeia-announced-"));
  ({ here, there } = await aWorld());
  const owner = here.as("owner");
  communityId = (await aCommunity(owner)).id;
  const other = await aCommunity(owner);
  [reader, outsider] = [await withLogin(communityId), await withLogin(other.id)];
});

async function withLogin(id: string) {
  const [memberId = ""] = await people(here.as("owner"), id, 1);
  const userId = newId();
  await platformClient().user.create({
    data: { id: userId, email: `${userId}@casa.example`, name: "Leitora" },
  });
  await here.as("owner").db.member.updateMany({ where: { id: memberId }, data: { userId } });
  return { memberId, userId };
}

type Shown = { id: string; alt?: string; decorative?: boolean };

const words = (media: Shown[]) =>
  createAnnouncementInput.parse({ communityIds: [communityId], body: "Corrida no sábado", media });
const draft = (media: Shown[]) => createAnnouncement(now("owner"), words(media));
const now = (who: Parameters<Neighbour["as"]>[0]) => ({ ...here.as(who), now: new Date() });

async function send(id: string): Promise<string> {
  await sendAnnouncement(now("owner"), id, { undoSeconds: 0 });
  await startAnnouncement(now("owner"), id);
  const [occurrence] = (await listOccurrencesOf(now("owner"), { announcementId: id, limit: 1 })).data;
  await sendOccurrence(now("owner"), occurrence?.id ?? "");
  return occurrence?.id ?? "";
}

/** What the address answers to somebody, or to nobody. */
async function fetched(userId: string | null, id: string, query = ""): Promise<number> {
  await signIn(userId);
  // After the edge of the web is in place.
  const { GET } = await import("@/app/media/[tenant]/[id]/route");
  const request = new Request(`http://localhost/media/${here.slug}/${id}?${query}`);
  const answer = await GET(request, { params: Promise.resolve({ tenant: here.slug, id }) });
  await answer.arrayBuffer();
  return answer.status;
}

describe("what an announcement shows (A2)", () => {
  test("a picture without words is refused at its place, decoration and words are kept in the order given", async () => {
    const [first, second] = [await anUpload(now("owner")), await anUpload(now("owner"))];
    await expect(
      draft([
        { id: first.id, alt: "Cartaz" },
        { id: second.id, alt: "  " },
      ]),
    ).rejects.toMatchObject({
      issues: [{ path: "media.1.alt", code: "alt_required" }],
    });
    const { media } = await draft([
      { id: second.id, decorative: true, alt: "não conta" },
      { id: first.id, alt: "Cartaz" },
    ]);
    expect(media).toMatchObject([
      { id: second.id, alt: "", decorative: true },
      { id: first.id, alt: "Cartaz", decorative: false, kind: "image" },
    ]);
  });

  test("T3: what is of another tenant, of nobody, or a member's own is refused in the same way", async () => {
    const theirs = await anUpload({ ...there.as("owner"), now: new Date() });
    const ofMember = await anUpload(now("owner"));
    await now("owner").db.media.updateMany({
      where: { id: ofMember.id },
      data: { staffId: null, memberId: reader.memberId },
    });
    for (const id of [theirs.id, newId(), ofMember.id])
      await expect(draft([{ id, alt: "Cartaz" }])).rejects.toMatchObject({
        issues: [{ path: "media.0.id", code: "unknown_id" }],
      });
  });

  test("who got it sees it in the portal and fetches it; nobody else does, and nothing of it once it was taken back", async () => {
    const { id: mediaId } = await anUpload(now("marketer"));
    const { id } = await draft([{ id: mediaId, alt: "Cartaz da corrida" }]);
    expect(await fetched(reader.userId, mediaId)).toBe(404);
    const occurrenceId = await send(id);
    const feed = await listFeed(now({ memberId: reader.memberId }), { limit: 1 });
    expect(feed.data[0]?.media).toMatchObject([{ id: mediaId, alt: "Cartaz da corrida" }]);
    const link = { tenantId: here.tenantId, slug: here.slug, id: mediaId };
    const owner = { kind: "occurrence", id: occurrenceId } as const;
    const signed = new URL(signedMediaUrl({ ...link, owner }, new Date(), 1)).search.slice(1);
    const stale = new URL(
      signedMediaUrl({ ...link, owner }, new Date(Date.now() - 3 * 86_400_000), 1),
    ).search.slice(1);
    const elsewhere = { kind: "occurrence", id: newId() } as const;
    const ofOther = new URL(signedMediaUrl({ ...link, owner: elsewhere }, new Date(), 1)).search.slice(1);
    const answers = async () => ({
      reader: await fetched(reader.userId, mediaId),
      owner: await fetched(here.staff.owner.userId, mediaId),
      outsider: await fetched(outsider.userId, mediaId),
      finance: await fetched(here.staff.finance.userId, mediaId),
      stranger: await fetched(there.staff.owner.userId, mediaId),
      nobody: await fetched(null, mediaId),
      signed: await fetched(null, mediaId, signed),
      changed: await fetched(null, mediaId, signed.replace("expires=1", "expires=2")),
      stale: await fetched(null, mediaId, stale),
      ofOther: await fetched(null, mediaId, ofOther),
    });
    const others = {
      outsider: 404,
      finance: 404,
      stranger: 404,
      nobody: 404,
      changed: 404,
      stale: 404,
      ofOther: 404,
    };
    expect(await answers()).toEqual({ ...others, reader: 200, owner: 200, signed: 200 });
    await changeAnnouncement(now("owner"), id, { transition: "retract" });
    expect((await listFeed(now({ memberId: reader.memberId }), { limit: 1 })).data[0]?.media).toEqual([]);
    expect(await answers()).toEqual({ ...others, reader: 404, owner: 200, signed: 404 });
  });

  test("R7: who leaves the team fetches nothing on the next request", async () => {
    const { id: mediaId } = await anUpload(now("admin"));
    await draft([{ id: mediaId, alt: "Cartaz" }]);
    expect(await fetched(here.staff.admin.userId, mediaId)).toBe(200);
    await now("owner").db.staff.updateMany({
      where: { userId: here.staff.admin.userId },
      data: { role: "finance" },
    });
    expect(await fetched(here.staff.admin.userId, mediaId)).toBe(404);
    await now("owner").db.staff.updateMany({
      where: { userId: here.staff.admin.userId },
      data: { role: "admin" },
    });
  });

  test("A19: other words for a picture, or another picture, void an approval", async () => {
    const [first, second] = [await anUpload(now("admin")), await anUpload(now("admin"))];
    const { id } = await createAnnouncement(now("admin"), words([{ id: first.id, alt: "Cartaz" }]));
    const approve = async () => {
      await changeAnnouncement(now("admin"), id, { transition: "submit" });
      return (await changeAnnouncement(now("owner"), id, { transition: "approve" })).approvedHash;
    };
    const hashes = [await approve()];
    for (const media of [[{ id: first.id, alt: "Faixa" }], [{ id: second.id, alt: "Faixa" }]]) {
      const changed = await updateAnnouncement(now("admin"), id, updateAnnouncementInput.parse({ media }));
      expect([changed.status, changed.approvedHash]).toEqual(["draft", null]);
      hashes.push(await approve());
    }
    expect(new Set(hashes).size).toBe(3);
  });

  test("A11: a corrected picture is the new one for everybody; the old one stays on the record, for the team alone", async () => {
    const [wrong, right] = [await anUpload(now("owner")), await anUpload(now("owner"))];
    const { id } = await draft([{ id: wrong.id, alt: "O cartaz do ano passado" }]);
    await send(id);
    await correctAnnouncement(now("owner"), id, { body: "Corrida no domingo" });
    expect(await fetched(reader.userId, wrong.id)).toBe(200);
    const media = [{ id: right.id, alt: "O cartaz", decorative: false }];
    await correctAnnouncement(now("owner"), id, { body: "Corrida no domingo", media });
    expect((await listFeed(now({ memberId: reader.memberId }), { limit: 1 })).data[0]?.media).toMatchObject(
      media,
    );
    expect(await fetched(reader.userId, right.id)).toBe(200);
    expect([
      await fetched(reader.userId, wrong.id),
      await fetched(here.staff.owner.userId, wrong.id),
    ]).toEqual([404, 200]);
    expect((await listVersions(now("owner"), id)).map((one) => one.media?.[0]?.id)).toEqual([
      wrong.id,
      wrong.id,
    ]);
  });

  test("what nothing has shown for a day is swept, once; what a draft, a template or a sending shows stays", async () => {
    const owner = now("owner");
    const [unused, drafted, kept, sent] = [
      await anUpload(owner),
      await anUpload(owner),
      await anUpload(owner),
      await anUpload(owner),
    ];
    const { id: draftId } = await draft([{ id: drafted.id, alt: "a" }]);
    const template = {
      name: "Corrida",
      kind: "event",
      body: "Corrida",
      media: [{ id: kept.id, alt: "b", decorative: false }],
    };
    const { id: templateId } = await createTemplate(owner, template as never);
    await send((await draft([{ id: sent.id, alt: "c" }])).id);
    const left = async () => {
      const rows = await owner.db.file.findMany({ where: { purpose: "media" }, select: { id: true } });
      return [unused, drafted, kept, sent].filter(({ id }) => rows.some((row) => row.id === id));
    };
    await systemSweepMedia(new Date());
    expect(await left()).toEqual([unused, drafted, kept, sent]);
    const tomorrow = new Date(Date.now() + 25 * 3_600_000);
    for (const _ of [1, 2]) await systemSweepMedia(tomorrow);
    expect(await left()).toEqual([drafted, kept, sent]);
    expect(await fetched(here.staff.owner.userId, unused.id)).toBe(404);
    await deleteAnnouncement(owner, draftId);
    await deleteTemplate(owner, templateId);
    await systemSweepMedia(tomorrow);
    expect(await left()).toEqual([sent]);
  });

  test("a sweep takes nothing that somebody is about to show, nor an upload that is under way", async () => {
    const owner = now("owner");
    const { id } = await anUpload(owner);
    const tomorrow = new Date(Date.now() + 25 * 3_600_000);
    const folder = join(dataDir(), "uploads");
    writeFileSync(join(folder, "old.part"), "half of a film");
    utimesSync(join(folder, "old.part"), new Date(0), new Date(0));
    writeFileSync(join(folder, "new.part"), "half of a film");
    await inTransaction(owner, async (tx) => {
      const media = await resolveMedia(tx, [{ id, alt: "Cartaz", decorative: false }]);
      await systemSweepMedia(tomorrow);
      await showMedia(tx, { kind: "template", id: newId() }, media);
    });
    await systemSweepMedia(tomorrow);
    expect(await owner.db.media.count({ where: { id } })).toBe(1);
    writeFileSync(join(folder, "new.part"), "half of a film");
    await systemSweepMedia(new Date());
    expect(readdirSync(folder)).toEqual(["new.part"]);
  });

  test("its report says what it showed, by the words for it", async () => {
    const { id: mediaId } = await anUpload(now("owner"));
    const { id } = await draft([{ id: mediaId, alt: "Cartaz da corrida" }]);
    await send(id);
    expect(reportWords(await getReport(now("owner"), id), "pt-BR").shown).toBe("Imagem: Cartaz da corrida");
  });
});
