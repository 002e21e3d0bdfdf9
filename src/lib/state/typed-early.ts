/**
 * What people typed and ticked before the scripts of a page had come.
 *
 * When Svelte takes a page over, it writes what the server sent into every field whose value it
 * sets: on a slow phone, the answer that somebody had chosen by then would be gone.
 */

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

interface Touched {
  field: Field;
  putBack: () => void;
}

/**
 * Keep what differs from what the server sent: call it before the page is taken over. Return how to
 * put it back afterwards, as though it were typed then, so that whatever listens knows of it.
 */
export function keepTypedEarly(within: ParentNode): () => void {
  const fields = within.querySelectorAll<Field>('input, textarea, select');
  const touched = [...fields].map(touchedIn).filter((one) => one !== null);
  return () => {
    for (const { field, putBack } of touched) {
      if (!field.isConnected || field.disabled) continue;
      putBack();
      for (const type of ['input', 'change']) {
        field.dispatchEvent(new Event(type, { bubbles: true }));
      }
    }
  };
}

function touchedIn(field: Field): Touched | null {
  if (field instanceof HTMLSelectElement) {
    const { value } = field;
    const sent = [...field.options].find((option) => option.defaultSelected) ?? field.options[0];
    return value === sent?.value ? null : { field, putBack: () => void (field.value = value) };
  }
  if (field instanceof HTMLInputElement && ['checkbox', 'radio'].includes(field.type)) {
    const { checked } = field;
    // Of the boxes that belong together, the one that was left follows from the one that was chosen.
    const isTouched = checked !== field.defaultChecked && (checked || field.type === 'checkbox');
    return isTouched ? { field, putBack: () => void (field.checked = checked) } : null;
  }
  if (field.type === 'hidden' || field.type === 'file') return null;
  const { value } = field;
  return value === field.defaultValue ? null : { field, putBack: () => void (field.value = value) };
}
