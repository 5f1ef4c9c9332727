"use client";
import { useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { type CheckedDraw, checkDraw, type DrawFault } from "@/lib/blocks/check-rules";

type CheckDrawProps = { draw: CheckedDraw; texts: Record<"check" | "right" | DrawFault, string> };

/** Does the sum of a draw again in the visitor's browser, from what the page shows (A20). */
export function CheckDraw({ draw, texts }: CheckDrawProps) {
  const [found, setFound] = useState<DrawFault | "right">();
  return (
    <div className="grid justify-items-start gap-3" aria-live="polite">
      <Button onClick={async () => setFound((await checkDraw(draw)) ?? "right")}>{texts.check}</Button>
      {found && <Alert tone={found === "right" ? "success" : "danger"}>{texts[found]}</Alert>}
    </div>
  );
}
