/** How many models' contents are known by name at once. */
const KEPT = 8;

/**
 * Short names for the contents of models: the same contents, the same name, so
 * that what is known of a model's arms is found again without its whole text.
 */
export class ModelNames {
  private readonly names = new Map<string, string>();
  /** A large model takes a page a while to write out: what was named is known by itself. */
  private readonly named = new WeakMap<object, string>();
  private count = 0;

  /**
   * Return the name of a plain object, which nobody changes afterwards; a name that was forgotten is
   * never given to other contents.
   */
  nameOf(raw: object): string {
    const known = this.named.get(raw);
    if (known !== undefined) return known;
    const text = JSON.stringify(raw);
    const name = this.names.get(text) ?? `model ${++this.count}`;
    this.names.delete(text);
    this.names.set(text, name);
    if (this.names.size > KEPT) this.names.delete(this.names.keys().next().value as string);
    this.named.set(raw, name);
    return name;
  }
}
