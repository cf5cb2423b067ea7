// Words with gaps. Pure: used by the panels and by the page around them.

/**
 * A text with every {name} replaced; a name that is not known stays as it stands.
 * @param {string} template
 * @param {Record<string, string | number | null | undefined>} values
 */
function fillIn(template, values) {
  return template.replace(/\{(\w+)\}/g, (whole, name) => (Object.hasOwn(values, name) ? String(values[name]) : whole));
}

export { fillIn };
