/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Writes and reads what goes in and out of Merlon, one class for one format: snapshots ({@link
 * dev.merlon.report.SnapshotFile}), reports ({@link dev.merlon.report.JsonReport}, {@link
 * dev.merlon.report.ConsoleReport}), controls and parameters. The JSON and YAML libraries stay
 * behind these classes.
 */
@NullMarked
package dev.merlon.report;

import org.jspecify.annotations.NullMarked;
