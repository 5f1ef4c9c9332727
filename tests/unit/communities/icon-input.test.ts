import { describe, expect, test } from "vitest";
import { createCommunityInput, updateCommunityFields } from "@/lib/communities/schema";
import { createGroupFields } from "@/lib/groups/schema";

describe("The picture of a community or group as it is given (H8)", () => {
  test("an emoji may stand alone", () => {
    const icon = { kind: "emoji", value: "🏡", tile: 0 };
    expect(createCommunityInput.parse({ name: "Vila", icon: "🏡" }).icon).toEqual(icon);
    expect(createGroupFields.parse({ name: "Sala", icon: "🏡" }).icon).toEqual(icon);
    expect(updateCommunityFields.parse({ icon: { kind: "emoji", value: "🏡" } }).icon).toEqual(icon);
  });

  test("null is none, and words are no picture", () => {
    expect(createCommunityInput.parse({ name: "Vila", icon: null }).icon).toBeNull();
    expect(createCommunityInput.safeParse({ name: "Vila", icon: "casa" }).error?.issues[0]).toMatchObject({
      path: ["icon", "value"],
      message: "invalid_emoji",
    });
  });
});
