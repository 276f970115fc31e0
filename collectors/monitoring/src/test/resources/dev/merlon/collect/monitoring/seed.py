#
# Copyright 2026 The Merlon Authors
# SPDX-License-Identifier: Apache-2.0
#
"""A trail, an alarm on what it records, and a rule, each with somebody who is told."""

import boto3

HOME = "eu-central-1"
ACCOUNT = "123456789012"

s3 = boto3.client("s3", region_name="us-east-1")
s3.create_bucket(Bucket="trail")

logs = boto3.client("logs", region_name=HOME)
logs.create_log_group(logGroupName="trail")
logs.put_metric_filter(
    logGroupName="trail",
    filterName="root",
    filterPattern="{ $.userIdentity.type = Root }",
    metricTransformations=[
        {"metricNamespace": "CIS", "metricName": "Root", "metricValue": "1"}
    ],
)

trails = boto3.client("cloudtrail", region_name=HOME)
trails.create_trail(
    Name="main",
    S3BucketName="trail",
    IsMultiRegionTrail=True,
    CloudWatchLogsLogGroupArn=f"arn:aws:logs:{HOME}:{ACCOUNT}:log-group:trail:*",
    CloudWatchLogsRoleArn=f"arn:aws:iam::{ACCOUNT}:role/trail",
)
trails.put_event_selectors(
    TrailName="main",
    EventSelectors=[{"ReadWriteType": "All", "IncludeManagementEvents": True}],
)
trails.start_logging(Name="main")

sns = boto3.client("sns", region_name=HOME)
topic = sns.create_topic(Name="security")["TopicArn"]
sns.subscribe(TopicArn=topic, Protocol="email", Endpoint="security@example.com")

boto3.client("cloudwatch", region_name=HOME).put_metric_alarm(
    AlarmName="root",
    Namespace="CIS",
    MetricName="Root",
    Statistic="Sum",
    Period=300,
    EvaluationPeriods=1,
    Threshold=1,
    ComparisonOperator="GreaterThanOrEqualToThreshold",
    AlarmActions=[topic],
)

sns = boto3.client("sns", region_name="us-east-1")
topic = sns.create_topic(Name="events")["TopicArn"]
sns.subscribe(TopicArn=topic, Protocol="sqs", Endpoint=f"arn:aws:sqs:us-east-1:{ACCOUNT}:q")

events = boto3.client("events", region_name="us-east-1")
events.put_rule(Name="organizations", EventPattern='{"source": ["aws.organizations"]}')
events.put_targets(Rule="organizations", Targets=[{"Id": "1", "Arn": topic}])
events.put_rule(Name="nightly", ScheduleExpression="rate(1 day)")
