import { createTemplate } from "@/lib/templates/commands/save-template";
import type { Place } from "../place";
import type { ActionRow, ApiRow, PageRow } from "../row-types";
import { newDraft } from "./announcements";

const users = ["owner", "admin", "marketer"] as const;
const managers = ["owner", "admin"] as const;
const words = () => ({ name: "Treino da semana", body: "Corrida às 18h, {{first_name|vizinhança}}" });

const template = (place: Place) =>
  place.once("template", async () => {
    const { id } = await createTemplate(place.owner, { ...words(), kind: "content" });
    return { id };
  });
const everywhere = { reach: "everywhere", tells: "nobody" } as const;

export const templatesApi: Record<string, ApiRow> = {
  "GET /announcement-templates": { allowed: users, seeAs: 403, ...everywhere },
  "POST /announcement-templates": { body: words, allowed: users, ...everywhere },
  "GET /announcement-templates/{id}": { params: template, allowed: users, seeAs: 403, ...everywhere },
  "PATCH /announcement-templates/{id}": {
    params: template,
    body: () => ({ name: "Outro" }),
    allowed: managers,
    ...everywhere,
  },
  "DELETE /announcement-templates/{id}": { params: template, allowed: managers, ...everywhere },
};

export const templatesActions: Record<string, ActionRow> = {
  "templates/saveTemplateAction": {
    for: "staff",
    form: async () => words(),
    allowed: users,
    tells: "nobody",
  },
  "templates/keepAsTemplateAction": {
    for: "staff",
    form: async (place) => ({ announcementId: await newDraft(place), name: "Guardado" }),
    allowed: users,
    reach: "granted",
    tells: "nobody",
  },
  "templates/deleteTemplateAction": { for: "staff", form: template, allowed: managers, tells: "nobody" },
};

const TEMPLATES = "/t/[tenant]/announcements/templates";

export const templatesPages: Record<string, PageRow> = {
  [TEMPLATES]: { allowed: users, tells: "nobody" },
  [`${TEMPLATES}/new`]: { allowed: users, tells: "nobody" },
  [`${TEMPLATES}/[id]`]: { allowed: managers, params: template, tells: "nobody" },
};
