import { describe, expect, it } from "vitest";
import {
  formatDate,
  formatDateTime,
  formatDay,
  formatList,
  formatNumber,
  formatPercent,
  formatRelative,
  formatZone,
} from "@/lib/platform/i18n/format";
import { translatorFor } from "@/lib/platform/i18n/translator";

const instant = new Date("2026-11-22T17:05:00Z");
const saoPaulo = { locale: "pt-BR", zone: "America/Sao_Paulo" } as const;

describe("formats of people, not of machines", () => {
  it("says an instant in the reader's zone", () => {
    expect(formatDateTime(instant, saoPaulo)).toBe("22 de nov. de 2026, 14:05");
    expect(formatDate(new Date("2026-11-23T02:00:00Z"), saoPaulo)).toBe("22 de nov. de 2026");
  });

  it("keeps a day that has no zone on its day", () => {
    expect(formatDay("2026-11-22", "en")).toBe("Nov 22, 2026");
  });

  it("names the zone as one does in the middle of a sentence", () => {
    expect(formatZone("America/Sao_Paulo", "pt-BR", instant)).toBe("horário padrão de Brasília");
  });

  it("groups thousands as each language does", () => {
    expect([formatNumber(21_504, "pt-BR"), formatNumber(21_504, "en"), formatNumber(1024, "es")]).toEqual([
      "21.504",
      "21,504",
      "1024",
    ]);
    expect(formatPercent(0.873, "pt-BR")).toBe("87,3%");
  });

  it("joins names as they are spoken", () => {
    expect(formatList(["Corrida", "Dieta", "Yoga"], "pt-BR")).toBe("Corrida, Dieta e Yoga");
  });

  it.each([
    [-86_400_000, "ontem"],
    [-300_000, "há 5 minutos"],
    [2 * 86_400_000, "depois de amanhã"],
    [0, "agora"],
  ])("%i ms away is %s", (distanceMs, words) => {
    expect(formatRelative(new Date(instant.getTime() + distanceMs), instant, "pt-BR")).toBe(words);
  });

  it("counts in plurals, zero in its own words", () => {
    const t = translatorFor("pt-BR");
    expect([0, 1, 50].map((count) => t("limits.left", { count }))).toEqual([
      "Não falta ninguém",
      "Falta 1",
      "Faltam 50",
    ]);
  });
});
