import { beforeAll, describe, expect, test } from "vitest";
import { createAnnouncement } from "@/lib/announcements/commands/create-announcement";
import { createAnnouncementInput } from "@/lib/announcements/schema";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { exportAudit } from "@/lib/audit-log/queries/export-audit";
import { getObjectName } from "@/lib/audit-log/queries/find-names";
import { findObjects } from "@/lib/audit-log/queries/find-objects";
import { listAuditEvents } from "@/lib/audit-log/queries/list-audit-events";
import { filterOf } from "@/lib/audit-log/rules";
import { auditSearch } from "@/lib/audit-log/schema";
import { createSegment, updateSegment } from "@/lib/segments/commands/save-segment";
import { segmentFilter } from "@/lib/segments/schema";
import { newId } from "@/lib/shared/ids";
import { aCommunity, aGroup } from "../../support/village";
import { aMember, aWorld, type Neighbour } from "../../support/world";
import { callApi, keyOf } from "../matrix/call-api";
import { expectConforms } from "../matrix/description";

let here: Neighbour;
let there: Neighbour;
const ids = { member: "", group: "", announcement: "", segment: "" };

beforeAll(async () => {
  ({ here, there } = await aWorld());
  const owner = here.as("owner");
  const communityId = await aCommunity(here, "Vila");
  ids.member = await aMember(here.tenantId, { name: "João Trote" });
  ids.group = await aGroup(here, communityId, { name: "Trote de domingo" });
  const words = createAnnouncementInput.parse({ communityIds: [communityId], body: "*Trote* às 7h" });
  ids.announcement = (await createAnnouncement(owner, words)).id;
  const filter = segmentFilter.parse({ tag: "trote" });
  ids.segment = (await createSegment(owner, { name: "Só trote", filter })).id;
  await updateSegment(owner, ids.segment, { filter: segmentFilter.parse({ tag: "tiro" }) });
  await recordAudit(owner, { action: "member.seen_as", subjectKind: "member", subjectId: ids.member });
});

describe("R6: the history of one object", () => {
  test("things of every kind are found by a part of their name, accents and case aside", async () => {
    const found = await findObjects(here.as("admin"), { text: "TROTE" });
    expect(found.map(({ kind, id, name }) => `${kind} ${id} ${name}`).sort()).toEqual(
      [
        `announcement ${ids.announcement} Trote às 7h`,
        `group ${ids.group} Trote de domingo`,
        `member ${ids.member} João Trote`,
        `segment ${ids.segment} Só trote`,
      ].sort(),
    );
    const one = await findObjects(here.as("admin"), { text: "joao", kind: "member" });
    expect(one.map(({ id }) => id)).toEqual([ids.member]);
    expect(await findObjects(here.as("admin"), { text: "joao", kind: "group" })).toEqual([]);
    const [person] = await findObjects(here.as("admin"), { text: "dona ines", kind: "staff" });
    expect(person).toMatchObject({ id: here.staff.owner.staffId, name: "Dona Inês" });
  });

  test("T2, R2: nothing of another tenant is found, and nobody but owner and admin looks", async () => {
    expect(await findObjects(there.as("owner"), { text: "trote" })).toEqual([]);
    expect(await getObjectName(there.as("owner"), ids.segment)).toBe("");
    for (const role of ["marketer", "finance", "agent"] as const) {
      await expect(findObjects(here.as(role), { text: "x" })).rejects.toMatchObject({ code: "not_allowed" });
      await expect(getObjectName(here.as(role), newId())).rejects.toMatchObject({ code: "not_allowed" });
    }
  });

  test("is named although nothing ever happened to it, and empty when it is gone", async () => {
    expect(await getObjectName(here.as("owner"), ids.group)).toBe("Trote de domingo");
    expect(await getObjectName(here.as("owner"), newId())).toBe("");
  });

  test("a segment's conditions leave what changed, and no word of them (X29)", async () => {
    const { data } = await listAuditEvents(here.as("owner"), { subjectId: ids.segment }, { limit: 10 });
    expect(data.map(({ action }) => action)).toEqual(["segment.updated", "segment.created"]);
    const [updated] = data;
    expect(updated?.details?.changed).toEqual(["tag"]);
    expect(JSON.stringify(data)).not.toMatch(/"trote|"tiro/);
  });
});

describe("page, export and API narrow by object alike", () => {
  const search = () => auditSearch.parse({ kind: "segment", subject: ids.segment, find: " x " });

  test("the address of the page", async () => {
    const filter = filterOf(search(), "America/Sao_Paulo");
    const { data } = await listAuditEvents(here.as("owner"), filter, { limit: 10 });
    const text = await new Response(await exportAudit(here.as("owner"), filter, "json")).text();
    const rows = JSON.parse(text) as { id: string }[];
    expect(data).toHaveLength(2);
    expect(rows.map(({ id }) => id)).toEqual(data.map(({ id }) => id));
    expect(auditSearch.parse({ kind: "x", subject: "x" })).toMatchObject({
      kind: undefined,
      subject: undefined,
    });
  });

  test("the API, also as a file", async () => {
    const token = await keyOf(here, "owner");
    const query = { subjectId: ids.segment, subjectKind: "segment" };
    const list = await callApi("GET /audit-events", { token, query });
    const file = await callApi("GET /audit-events/export", { token, query: { ...query, format: "csv" } });
    expect((list.json as unknown as { data: unknown[] }).data).toHaveLength(2);
    const json = await callApi("GET /audit-events/export", { token, query });
    expectConforms("GET /audit-events/export", json);
    expect(json.json).toHaveLength(2);
    expect(file.type).toContain("text/csv");
    expect(file.text.trim().split("\n")).toHaveLength(3);
    const wrong = await callApi("GET /audit-events", { token, query: { subjectId: "x" } });
    expect(wrong.json).toMatchObject({ status: 422, errors: [{ path: "subjectId" }] });
  });
});
