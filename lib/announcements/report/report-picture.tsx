import "server-only";
import { ImageResponse } from "next/og";
import type { ReportBar, ReportWords } from "./report-words";

const SIZE = { width: 1_200, height: 630 };
// What fits below the figures.
const MOST_BARS = 5;
const [INK, INK_SOFT, LINE, PORTA, PAPER] = ["#261d17", "#5a5148", "#e2ded5", "#015b63", "#fcfaf6"];
const column = { display: "flex", flexDirection: "column" } as const;

/** The report as a picture for chats and slides, 1200 × 630: the figures, the channels and the biggest rooms. */
export function reportPicture(words: ReportWords): Response {
  const bars = [...words.channels, ...words.groups].slice(0, MOST_BARS);
  return new ImageResponse(
    <div style={{ ...column, ...SIZE, background: PAPER, color: INK, padding: 52, gap: 20 }}>
      <div style={column}>
        <div style={{ color: PORTA, fontSize: 24 }}>{`Aldeia · ${words.heading}`}</div>
        <div style={{ fontSize: 44, lineClamp: 1, display: "block" }}>{words.title}</div>
        <div style={{ color: INK_SOFT, fontSize: 22, lineClamp: 1, display: "block" }}>
          {`${words.from} · ${words.sentAt}`}
        </div>
      </div>
      <div style={{ display: "flex", gap: 44 }}>
        {[words.people, ...words.counts].slice(0, 6).map(({ label, number }) => (
          <div key={label} style={column}>
            <div style={{ color: INK_SOFT, fontSize: 20 }}>{label}</div>
            <div style={{ fontSize: 48 }}>{number}</div>
          </div>
        ))}
      </div>
      <div style={{ ...column, gap: 10 }}>{bars.map(picturedBar)}</div>
      <div style={{ ...column, marginTop: "auto", color: INK_SOFT, fontSize: 18 }}>
        <div style={{ color: INK }}>{words.read}</div>
        <div>{words.notRead}</div>
      </div>
    </div>,
    SIZE,
  );
}

function picturedBar({ name, numbers, share }: ReportBar) {
  return (
    <div key={name} style={{ ...column, gap: 4 }}>
      <div style={{ display: "flex", justifyContent: "space-between", fontSize: 20 }}>
        <div style={{ lineClamp: 1, display: "block", maxWidth: 780 }}>{name}</div>
        <div style={{ color: INK_SOFT }}>{numbers}</div>
      </div>
      <div style={{ display: "flex", background: LINE, height: 8, borderRadius: 4 }}>
        <div style={{ background: PORTA, height: 8, borderRadius: 4, width: `${(share ?? 0) * 100}%` }} />
      </div>
    </div>
  );
}
