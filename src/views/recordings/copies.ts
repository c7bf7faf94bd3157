import type { Loaded } from "../page.ts";
import { recordingPath } from "./recording.ts";

/** A recording of content, and where it stands on the site. */
export interface RecordingCopy {
  /** From the site's root. */
  readonly path: string;
  /** From the content folder. */
  readonly file: string;
}

/** The recording that an edition offers; one that it does not name is left out. */
export function listHeard({ edition, recordings }: Loaded): RecordingCopy[] {
  const { recording } = edition;
  const file = recordings.find(({ name }) => name === recording?.name);
  return recording && file ? [{ path: recordingPath(edition, recording), file: file.path }] : [];
}
