/**
 * Reads pipelines: {@link dev.emerald.core.internal.manifest.pipeline.PipelineReader} knows which
 * service a file is for and how that one writes jobs and steps; {@link
 * dev.emerald.core.internal.manifest.pipeline.JenkinsReader} finds the shell's texts in a
 * Jenkinsfile.
 */
@NullMarked
package dev.emerald.core.internal.manifest.pipeline;

import org.jspecify.annotations.NullMarked;
