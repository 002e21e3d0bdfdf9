/** What was asked for cannot be published, or taken away: the message tells the person why. */
export class PublishRefused extends Error {
  override name = 'PublishRefused';
}

/** What is said where another version came in between. */
export function overtaken(slug: string): string {
  return `Somebody else published a version of ${slug} meanwhile. Look at it, then publish again.`;
}
