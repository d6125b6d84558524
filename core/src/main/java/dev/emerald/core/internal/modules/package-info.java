/**
 * From the name in an import to the file or package it means.
 *
 * <p>Read {@link dev.emerald.core.internal.modules.ModuleResolver} first. It asks {@code PathProbe}
 * for files and folders, {@code PackageEntries} for what a package of the project gives, {@code
 * PackageTargets} for {@code exports} and {@code imports}, and {@code PathConfigs} for what
 * tsconfig.json files map.
 *
 * <p>All of it works on the list of the project's files; nothing is read from disk.
 */
@NullMarked
package dev.emerald.core.internal.modules;

import org.jspecify.annotations.NullMarked;
