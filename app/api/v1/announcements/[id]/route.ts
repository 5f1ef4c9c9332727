import { serve } from "@/lib/accounts/authenticate-key";
import {
  deleteAnnouncementRoute,
  getAnnouncementRoute,
  updateAnnouncementRoute,
} from "@/lib/announcements/api";

export const GET = serve(getAnnouncementRoute);
export const PATCH = serve(updateAnnouncementRoute);
export const DELETE = serve(deleteAnnouncementRoute);
