import type { FormState } from "@/lib/platform/actions/form-state";

type Action = (previous: FormState, form: FormData) => Promise<FormState>;

/** What can be done with a task, as the team or as an admin in the portal. */
export type TaskActions = { post: Action; unpost: Action; assign: Action; remind: Action };
