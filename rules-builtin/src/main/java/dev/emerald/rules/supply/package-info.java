/**
 * What package.json says of dependencies and scripts: where code comes from and what runs on
 * install.
 */
@NullMarked
package dev.emerald.rules.supply;

import org.jspecify.annotations.NullMarked;
