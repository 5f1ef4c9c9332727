import { describe, expect, test } from "vitest";
import { readWords, refusedWordIn } from "@/lib/conversations/word-rules";

describe("C4: the words that a room refuses", () => {
  test("are whole words and phrases, whatever their accents, case and punctuation", () => {
    expect(refusedWordIn("É GÓLPE, gente!", ["golpe"])).toBe("golpe");
    expect(refusedWordIn("pix na *hora*", ["Pix na hora"])).toBe("Pix na hora");
    expect(refusedWordIn("golpear não é", ["golpe"])).toBeNull();
    expect(refusedWordIn("nada disso", [])).toBeNull();
  });

  test("with a star stand for what begins so", () => {
    expect(refusedWordIn("não caia em golpistas", ["golp*"])).toBe("golp*");
    expect(refusedWordIn("o agolpe", ["golp*"])).toBeNull();
  });

  test("are kept one a line, each once, without lines that say nothing", () => {
    expect(readWords([" Golpe", "", "golpe ", "***", "aposta*"])).toEqual(["Golpe", "aposta*"]);
  });
});
