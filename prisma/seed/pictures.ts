import { Readable } from "node:stream";
import sharp from "sharp";
import { uploadMedia } from "@/lib/media/commands/upload-media";
import type { MediaChoice } from "@/lib/media/schema";
import type { TenantContext } from "@/lib/platform/context";
import { stageUpload } from "@/lib/platform/files/stage-upload";

/** Drawn, without letters: which fonts a machine has is not known. */
const PICTURES = {
  dawn: {
    alt: "Desenho: o sol nasce atrás de dois morros, e uma estrada clara leva até ele",
    svg: `<rect width="1200" height="800" fill="#f6d9a8"/><circle cx="600" cy="430" r="170" fill="#e8853a"/>
      <path d="M0 560 Q300 330 640 560 T1200 500 V800 H0Z" fill="#5d8a66"/>
      <path d="M0 640 Q420 470 800 640 T1200 600 V800 H0Z" fill="#2f6b5e"/>
      <path d="M520 800 Q600 690 590 625 L625 625 Q660 700 760 800Z" fill="#f4ead8"/>`,
  },
  runners: {
    alt: "Desenho: três pessoas correm de braços abertos em direção a um arco de chegada cor de barro",
    svg: `<rect width="1200" height="800" fill="#bfe0e2"/><rect y="590" width="1200" height="210" fill="#e7d3ae"/>
      <path d="M830 590 V250 Q960 130 1090 250 V590" fill="none" stroke="#c0522c" stroke-width="44"/>
      ${[170, 400, 630].map((x, n) => runner(x, ["#1f5f5b", "#b0892f", "#7a3e6d"][n] ?? "#1f5f5b")).join("")}`,
  },
} as const;
export type SeedPicture = keyof typeof PICTURES;

function runner(x: number, colour: string): string {
  return `<g stroke="${colour}" stroke-width="26" stroke-linecap="round" fill="none"><circle cx="${x}" cy="330" r="34" fill="${colour}"/>
    <path d="M${x} 372 L${x - 10} 480 M${x - 80} 350 L${x} 400 L${x + 80} 350 M${x - 10} 480 L${x + 60} 530 L${x + 40} 600 M${x - 10} 480 L${x - 60} 540 L${x - 120} 560"/></g>`;
}

/** Uploads drawings as somebody of the team does, each with its words. */
export async function uploadPictures(
  ctx: TenantContext,
  names: readonly SeedPicture[],
): Promise<MediaChoice[]> {
  const choices: MediaChoice[] = [];
  for (const name of names) {
    const { alt, svg } = PICTURES[name];
    const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 800" width="1200" height="800">${svg}</svg>`;
    const bytes = await sharp(Buffer.from(drawing)).png().toBuffer();
    const staged = await stageUpload(Readable.from([bytes]));
    const { id } = await uploadMedia(ctx, staged, `${name}.png`).finally(staged.discard);
    choices.push({ id, alt, decorative: false });
  }
  return choices;
}
