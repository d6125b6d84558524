/**
 * Images: how they are built and what is named.
 *
 * <p>Read {@link dev.emerald.spi.container.Dockerfile} first: its {@link
 * dev.emerald.spi.container.DockerStage}s and their {@link
 * dev.emerald.spi.container.DockerInstruction}s, as Docker's Dockerfile reference defines them.
 * {@link dev.emerald.spi.container.ImageName} takes the name of an image apart, and {@link
 * dev.emerald.spi.container.DockerIgnore} tells what a build never sees.
 *
 * <p>Nothing is built or fetched. What an argument of the build decides is unknown, and answered as
 * such.
 */
@NullMarked
package dev.emerald.spi.container;

import org.jspecify.annotations.NullMarked;
