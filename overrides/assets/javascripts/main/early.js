// What a reader may do before the scripts come.

/** Whether a control is no longer as the page was made; of radio buttons, the one now chosen. */
export function touched(control) {
  if (control.type === "radio") return control.checked && !control.defaultChecked;
  if (control.options)
    return (
      control.selectedIndex !==
      Math.max(
        0,
        [...control.options].findIndex((option) => option.defaultSelected),
      )
    );
  return control.type === "checkbox"
    ? control.checked !== control.defaultChecked
    : control.value !== control.defaultValue;
}

/** What waited for the choices in the address is shown (appearance.js and the style hid it). */
export const arrived = () => document.documentElement.removeAttribute("data-choices");
