/** What was asked for cannot be published, or taken away: the message tells the person why. */
export class PublishRefused extends Error {
  override name = 'PublishRefused';
}
