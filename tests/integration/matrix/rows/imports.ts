import { runImport } from "@/lib/imports/commands/run-import";
import { startImport } from "@/lib/imports/commands/start-import";
import { systemContext } from "@/lib/platform/context";
import type { Place } from "../place";
import type { ActionRow, ApiRow, JobRow, PageRow } from "../row-types";

const TABLE = "name,phone\nAna Prado,+5511955550001\n";
const runners = ["owner", "admin"] as const;

const queued = (place: Place, dryRun: boolean) =>
  place.once(`import ${dryRun}`, async () => {
    const bytes = new TextEncoder().encode(TABLE);
    const { communityId, owner } = place;
    const file = { bytes, fileName: "pessoas.csv", kind: "members_csv" } as const;
    return (await startImport(owner, { ...file, communityId, dryRun })).id;
  });
const done = async (place: Place, dryRun: boolean) => {
  const importId = await queued(place, dryRun);
  await place.once(`run ${dryRun}`, () =>
    runImport(systemContext(place.here.tenantId, "test"), { importId }),
  );
  return { id: importId };
};

function upload({ communityId }: Place): FormData {
  const form = new FormData();
  form.set("file", new File([TABLE], "pessoas.csv", { type: "text/csv" }));
  form.set("kind", "members_csv");
  form.set("communityId", communityId);
  return form;
}

export const importsApi: Record<string, ApiRow> = {
  "GET /imports": { allowed: runners, seeAs: 403, tells: "nobody" },
  "POST /imports": { body: upload, allowed: runners, tells: "nobody" },
  "GET /imports/{id}": {
    params: (place) => done(place, false),
    allowed: runners,
    seeAs: 403,
    tells: "nobody",
  },
  "PATCH /imports/{id}": {
    params: (place) => done(place, true),
    body: () => ({ dryRun: false }),
    allowed: runners,
    tells: "nobody",
  },
  "POST /imports/{id}/undo": { params: (place) => done(place, false), allowed: runners, tells: "nobody" },
};

export const importsJobs: Record<string, JobRow> = {
  run_import: { payload: async (place) => ({ importId: await queued(place, false) }) },
};

export const importsActions: Record<string, ActionRow> = {
  "imports/uploadImport": {
    for: "staff",
    form: ({ communityId }) => ({
      file: new File([TABLE], "pessoas.csv", { type: "text/csv" }),
      groupId: `c:${communityId}`,
    }),
    allowed: runners,
    tells: "nobody",
  },
  "imports/answerImport": {
    for: "staff",
    form: async (place) => ({ ...(await done(place, true)), intent: "start", groupId: "" }),
    allowed: runners,
    tells: "nobody",
  },
  "imports/takeImportBack": {
    for: "staff",
    form: (place) => done(place, false),
    allowed: runners,
    tells: "nobody",
  },
};

const IMPORT = "/t/[tenant]/members/import";

export const importsPages: Record<string, PageRow> = {
  [IMPORT]: { allowed: runners, tells: "nobody" },
  [`${IMPORT}/[id]`]: { allowed: runners, params: (place) => done(place, false), tells: "names" },
  [`GET ${IMPORT}/[id]/errors`]: { allowed: runners, params: (place) => done(place, false), tells: "nobody" },
  [`GET ${IMPORT}/[id]/status`]: { allowed: runners, params: (place) => done(place, false), tells: "nobody" },
  [`GET ${IMPORT}/sample`]: { allowed: runners, tells: "nobody" },
};
