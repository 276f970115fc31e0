"""Makes an ordinary account: 2 VPCs in each of two Regions, with 6 subnets, 8 instances, 5 security groups,
a NAT gateway, an Application Load Balancer with a target group and two listeners, and a database each;
one VPC of each Region has a gateway endpoint.

usage: ordinary_account.py        (AWS_ENDPOINT_URL and credentials say where)
"""
import boto3


def make(region, number):
    ec2 = boto3.client("ec2", region_name=region)
    elb = boto3.client("elbv2", region_name=region)
    rds = boto3.client("rds", region_name=region)
    vpc = ec2.create_vpc(CidrBlock=f"10.{number}.0.0/16")["Vpc"]["VpcId"]
    gateway = ec2.create_internet_gateway()["InternetGateway"]["InternetGatewayId"]
    ec2.attach_internet_gateway(InternetGatewayId=gateway, VpcId=vpc)

    def tier(first, **target):
        table = ec2.create_route_table(VpcId=vpc)["RouteTable"]["RouteTableId"]
        if target:
            ec2.create_route(RouteTableId=table, DestinationCidrBlock="0.0.0.0/0", **target)
        subnets = [
            ec2.create_subnet(
                VpcId=vpc, CidrBlock=f"10.{number}.{first + i}.0/24", AvailabilityZone=region + zone
            )["Subnet"]["SubnetId"]
            for i, zone in enumerate("ab")
        ]
        for subnet in subnets:
            ec2.associate_route_table(RouteTableId=table, SubnetId=subnet)
        return table, subnets

    def group(name, port, **source):
        id = ec2.create_security_group(GroupName=name, Description=name, VpcId=vpc)["GroupId"]
        permission = {"IpProtocol": "tcp", "FromPort": port, "ToPort": port, **source}
        ec2.authorize_security_group_ingress(GroupId=id, IpPermissions=[permission])
        return id

    _, public = tier(0, GatewayId=gateway)
    nat = ec2.create_nat_gateway(
        SubnetId=public[0], AllocationId=ec2.allocate_address(Domain="vpc")["AllocationId"]
    )["NatGateway"]["NatGatewayId"]
    table, inside = tier(10, NatGatewayId=nat)
    _, data = tier(20)
    web = group("web", 443, IpRanges=[{"CidrIp": "0.0.0.0/0"}])
    app = group("app", 8080, UserIdGroupPairs=[{"GroupId": web}])
    database = group("database", 5432, UserIdGroupPairs=[{"GroupId": app}])
    group("admin", 22, IpRanges=[{"CidrIp": "198.51.100.0/24"}])
    group("cache", 6379, UserIdGroupPairs=[{"GroupId": app}])
    instances = [
        ec2.run_instances(
            ImageId="ami-12345678", MinCount=4, MaxCount=4, SubnetId=subnet, SecurityGroupIds=[app]
        )["Instances"]
        for subnet in inside
    ]
    balancer = elb.create_load_balancer(Name=f"web-{number}", Subnets=public, SecurityGroups=[web])[
        "LoadBalancers"
    ][0]["LoadBalancerArn"]
    targets = elb.create_target_group(
        Name=f"app-{number}", Protocol="HTTP", Port=8080, VpcId=vpc
    )["TargetGroups"][0]["TargetGroupArn"]
    elb.register_targets(
        TargetGroupArn=targets,
        Targets=[{"Id": instance["InstanceId"]} for some in instances for instance in some],
    )
    for port, action in [
        (80, {"Type": "redirect", "RedirectConfig": {"Protocol": "HTTPS", "StatusCode": "HTTP_301"}}),
        (8443, {"Type": "forward", "TargetGroupArn": targets}),
    ]:
        elb.create_listener(
            LoadBalancerArn=balancer, Protocol="HTTP", Port=port, DefaultActions=[action]
        )
    rds.create_db_subnet_group(
        DBSubnetGroupName=f"data-{number}", DBSubnetGroupDescription="data", SubnetIds=data
    )
    rds.create_db_instance(
        DBInstanceIdentifier=f"orders-{number}",
        Engine="postgres",
        DBInstanceClass="db.t3.micro",
        AllocatedStorage=20,
        MasterUsername="owner",
        MasterUserPassword="not-a-secret",
        PubliclyAccessible=False,
        DBSubnetGroupName=f"data-{number}",
        VpcSecurityGroupIds=[database],
    )
    if number == 0:
        ec2.create_vpc_endpoint(
            VpcId=vpc, ServiceName=f"com.amazonaws.{region}.s3", RouteTableIds=[table]
        )


for region in ("eu-west-1", "us-east-1"):
    for number in range(2):
        make(region, number)
