import { expect } from "vitest";
import { asOwner } from "./as-owner";

const WRONG_COUNTERS = `
  SELECT 'community ' || c.name AS what, c.member_count AS counter,
    (SELECT count(*)::int FROM community_members m WHERE m.community_id = c.id) AS counted FROM communities c
  UNION ALL SELECT 'admins of ' || c.name, c.admin_count,
    (SELECT count(*)::int FROM community_members m WHERE m.community_id = c.id AND m.role = 'admin') FROM communities c
  UNION ALL SELECT 'groups of ' || c.name, c.group_count,
    (SELECT count(*)::int FROM groups g WHERE g.community_id = c.id AND g.archived_at IS NULL) FROM communities c
  UNION ALL SELECT 'lane ' || l.number || ' of ' || c.name, l.member_count,
    (SELECT count(*)::int FROM community_members m WHERE m.community_id = c.id AND m.lane = l.number)
    FROM lanes l JOIN communities c ON c.id = l.community_id
  UNION ALL SELECT 'group ' || g.name, g.member_count,
    (SELECT count(*)::int FROM group_members m WHERE m.group_id = g.id) FROM groups g
  UNION ALL SELECT 'admins of group ' || g.name, g.admin_count,
    (SELECT count(*)::int FROM group_members m WHERE m.group_id = g.id AND m.role = 'admin') FROM groups g`;

/** L9: every counter equals a recount of its rows, and everybody stands in a lane that exists. */
export async function expectExactCounters(): Promise<void> {
  const url = process.env.DATABASE_URL ?? "";
  const wrong = await asOwner(url, `SELECT * FROM (${WRONG_COUNTERS}) x WHERE counter <> counted`);
  expect(wrong).toEqual([]);
  const laneless = await asOwner(
    url,
    `SELECT member_id FROM community_members m WHERE NOT EXISTS
       (SELECT FROM lanes l WHERE l.community_id = m.community_id AND l.number = m.lane)`,
  );
  expect(laneless).toEqual([]);
}
