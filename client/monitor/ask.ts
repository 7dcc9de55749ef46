// Questions before what cannot be undone, in the page's own dialog: the focus stays in it, Escape leaves it.

import { type ComponentChild, h } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

interface AskButtonProps {
  label: string;
  /** What is asked, and the button that does it. */
  title: string;
  go: string;
  danger?: boolean;
  disabled?: boolean;
  /** Fields of the form. */
  children?: ComponentChild;
  /** Gets what was filled in. */
  onGo: (form: FormData) => void;
}

/** A button that asks before it does something. */
export function AskButton(props: AskButtonProps): ComponentChild {
  const [open, setOpen] = useState(false);
  const { label, danger, disabled } = props;
  return [
    h('button', { type: 'button', class: danger ? 'danger' : '', disabled, onClick: () => setOpen(true) }, label),
    open ? h(Ask, { ...props, onClose: () => setOpen(false) }) : null,
  ];
}

function Ask({ title, go, danger, children, onGo, onClose }: AskButtonProps & { onClose: () => void }): ComponentChild {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const submit = (event: Event): void => {
    event.preventDefault();
    onGo(new FormData(event.target as HTMLFormElement));
    onClose();
  };
  return h(
    'dialog',
    { ref: dialog, class: 'card', 'aria-label': title, onClose },
    h('form', { onSubmit: submit }, [
      h('h2', null, title),
      children,
      h('div', { class: 'acts' }, [
        h('button', { type: 'submit', class: danger ? 'danger' : 'go' }, go),
        h('button', { type: 'button', onClick: onClose }, 'Cancel'),
      ]),
    ]),
  );
}
