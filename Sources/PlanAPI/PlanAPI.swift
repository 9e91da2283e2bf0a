// PlanAPI
