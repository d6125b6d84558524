/**
 * What commands mean that images, pipelines and package.json run: {@link
 * dev.emerald.rules.commands.Installs} knows how dependencies are installed, {@link
 * dev.emerald.rules.commands.Downloads} what is fetched and run, {@link
 * dev.emerald.rules.commands.NodeReleases} which Node.js is still looked after.
 */
@NullMarked
package dev.emerald.rules.commands;

import org.jspecify.annotations.NullMarked;
